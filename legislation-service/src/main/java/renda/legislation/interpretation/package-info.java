/**
 * Interpretations of the city's regulations (地方性法规解释), and answers by letter to written
 * questions about them (郑州市地方立法条例 第三十九条至第四十三条、第五十五条).
 */
@NullMarked
package renda.legislation.interpretation;

import org.jspecify.annotations.NullMarked;

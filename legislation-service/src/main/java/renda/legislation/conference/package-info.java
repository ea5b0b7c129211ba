/**
 * Press conferences on regulations that were made (法规新闻发布会).
 */
@NullMarked
package renda.legislation.conference;

import org.jspecify.annotations.NullMarked;

package renda.legislation.study;

import java.util.Map;
import java.util.Set;

import renda.legislation.ledger.LedgerFigure;
import renda.legislation.ledger.LedgerFigure.Period;
import renda.legislation.ledger.LedgerImports;
import renda.legislation.ledger.Ledgers;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The figures and imports of study.
 */
@Configuration(proxyBeanMethods = false)
@Import(StudyConfiguration.Imports.class)
class StudyConfiguration {

	@Bean
	Figure firstTopicStudyFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(StudyLedgers.FIRST_TOPIC_STUDIES, "first_topic_study",
				Text.of("“第一议题”学习", "Studies held as the first item"), Text.of("次", "studies"),
				Text.of("本届党组会议、主任会议、常委会会议开展的“第一议题”学习，截至所给日期；一次会议的一个学习题目计一次。",
						"Studies held as the first item of meetings of the Party group, the chairpersons' council and the standing committee in the term, up to the day; each topic of a meeting counts once."),
				Period.TERM, Map.of(), Set.of("meeting"), false));
	}

	@Bean
	Figure tutorialLecturesFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(StudyLedgers.TUTORIAL_LECTURES, "tutorial_lectures",
				Text.of("专题辅导讲座", "Lectures on special topics"), Text.of("次", "lectures"),
				Text.of("本届为常委会组成人员和党组举办的专题辅导讲座，截至所给日期；机关干部业务讲座另计。",
						"Lectures for the standing committee and its Party group in the term, up to the day; lectures for the staff are counted elsewhere."),
				Period.TERM, Map.of(), Set.of("audience"), false));
	}

	@Bean
	Figure measuresFigure(Ledgers ledgers) {
		return ledgers.figure(new LedgerFigure(StudyLedgers.MEASURES, "measures",
				Text.of("研究出台落实举措", "Measures drawn from study"), Text.of("项", "measures"),
				Text.of("本届出台的落实举措，截至所给日期，不论进度。", "Measures issued in the term, up to the day, wherever they stand."),
				Period.TERM, Map.of(), Set.of("status"), false));
	}

	/**
	 * An import for each.
	 */
	static final class Imports extends LedgerImports {

		Imports() {
			super(StudyLedgers.ALL);
		}

	}

}

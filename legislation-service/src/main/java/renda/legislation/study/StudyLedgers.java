package renda.legislation.study;

import java.util.List;

import renda.legislation.ledger.Ledger;
import renda.legislation.office.OfficeLedgers;
import renda.platform.web.Text;

/**
 * The registers of study, which the general office keeps and everyone reads.
 */
final class StudyLedgers {

	static final Ledger<FirstTopicStudy> FIRST_TOPIC_STUDIES = OfficeLedgers.open("first-topic-studies",
			"first-topic-study", FirstTopicStudy.class,
			Text.of("“第一议题”学习", "Studies held as the first item of a meeting"));

	static final Ledger<TutorialLecture> TUTORIAL_LECTURES = OfficeLedgers.open("tutorial-lectures", "tutorial-lecture",
			TutorialLecture.class, Text.of("专题辅导讲座", "Lectures on special topics"));

	static final Ledger<Measure> MEASURES = OfficeLedgers.open("measures", "measure", Measure.class,
			Text.of("落实举措", "Measures drawn from study"));

	static final Ledger<MeasureTask> MEASURE_TASKS = OfficeLedgers.open("measure-tasks", "measure-task",
			MeasureTask.class, Text.of("举措任务", "Tasks of measures; the measure must be entered before"));

	static final List<Ledger<?>> ALL = List.of(FIRST_TOPIC_STUDIES, TUTORIAL_LECTURES, MEASURES, MEASURE_TASKS);

	private StudyLedgers() {
	}

}

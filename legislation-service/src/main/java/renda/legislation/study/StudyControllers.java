package renda.legislation.study;

import io.swagger.v3.oas.annotations.tags.Tag;
import renda.legislation.ledger.LedgerController;
import renda.legislation.ledger.LedgerDesks;
import renda.legislation.office.OfficeLedgers;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where each register of study is served, and as what it is described.
 */
final class StudyControllers {

	private StudyControllers() {
	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/first-topic-studies")
	@Tag(name = "office-first-topic-studies", description = "“第一议题”学习：按会议类别")
	static class FirstTopicStudies extends LedgerController<FirstTopicStudy, FirstTopicStudy.Filter> {

		FirstTopicStudies(LedgerDesks desks) {
			super(StudyLedgers.FIRST_TOPIC_STUDIES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/tutorial-lectures")
	@Tag(name = "office-tutorial-lectures", description = "专题辅导讲座")
	static class TutorialLectures extends LedgerController<TutorialLecture, TutorialLecture.Filter> {

		TutorialLectures(LedgerDesks desks) {
			super(StudyLedgers.TUTORIAL_LECTURES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/measures")
	@Tag(name = "office-measures", description = "学习后研究出台的落实举措：责任单位、进度")
	static class Measures extends LedgerController<Measure, Measure.Filter> {

		Measures(LedgerDesks desks) {
			super(StudyLedgers.MEASURES, desks);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/measure-tasks")
	@Tag(name = "office-measure-tasks", description = "落实举措的任务分解")
	static class MeasureTasks extends LedgerController<MeasureTask, MeasureTask.Filter> {

		MeasureTasks(LedgerDesks desks) {
			super(StudyLedgers.MEASURE_TASKS, desks);
		}

	}

}

package renda.legislation.office;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.ledger.LedgerDesks;
import renda.legislation.ledger.LedgerEntry;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where each register of the office is served. Lists are public, but for what goes to the
 * Party committee; all filter by {@code term}, {@code year}, {@code from} and {@code to},
 * and by the classes of the register.
 */
final class OfficeControllers {

	private OfficeControllers() {
	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/first-topic-studies")
	@Tag(name = "office-first-topic-studies", description = "“第一议题”学习：按会议类别")
	static class FirstTopicStudies extends OfficeController.Open<FirstTopicStudy> {

		FirstTopicStudies(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.FIRST_TOPIC_STUDIES));
		}

		@Public
		@GetMapping
		@Operation(summary = "“第一议题”学习列表 · Studies held as the first item of a meeting")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute FirstTopicStudy.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/tutorial-lectures")
	@Tag(name = "office-tutorial-lectures", description = "专题辅导讲座")
	static class TutorialLectures extends OfficeController.Open<TutorialLecture> {

		TutorialLectures(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.TUTORIAL_LECTURES));
		}

		@Public
		@GetMapping
		@Operation(summary = "专题辅导讲座列表 · Lectures on special topics")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute TutorialLecture.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/measures")
	@Tag(name = "office-measures", description = "学习后研究出台的落实举措：责任单位、进度")
	static class Measures extends OfficeController.Open<Measure> {

		Measures(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.MEASURES));
		}

		@Public
		@GetMapping
		@Operation(summary = "落实举措列表 · Measures drawn from study")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Measure.Filter filter, ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/measure-tasks")
	@Tag(name = "office-measure-tasks", description = "落实举措的任务分解")
	static class MeasureTasks extends OfficeController.Open<MeasureTask> {

		MeasureTasks(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.MEASURE_TASKS));
		}

		@Public
		@GetMapping
		@Operation(summary = "举措任务列表 · Tasks of measures")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute MeasureTask.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/internal-rules")
	@Tag(name = "office-internal-rules", description = "常委会工作制度与机关工作制度：每次制定、修订、废止为一个版本")
	static class InternalRules extends OfficeController.Open<InternalRule> {

		InternalRules(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.INTERNAL_RULES));
		}

		@Public
		@GetMapping
		@Operation(summary = "内部制度版本列表 · Versions of internal rules")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute InternalRule.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/organ-changes")
	@Tag(name = "office-organ-changes", description = "机构变动：按生效日期")
	static class OrganChanges extends OfficeController.Open<OrganChange> {

		OrganChanges(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.ORGAN_CHANGES));
		}

		@Public
		@GetMapping
		@Operation(summary = "机构变动列表 · Changes of organs, by date")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute OrganChange.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/awards")
	@Tag(name = "office-awards", description = "获奖：调研成果、人大新闻及其他")
	static class Awards extends OfficeController.Open<Award> {

		Awards(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.AWARDS));
		}

		@Public
		@GetMapping
		@Operation(summary = "获奖列表 · Awards")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Award.Filter filter, ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/media-articles")
	@Tag(name = "office-media-articles", description = "中央和省、市媒体刊登稿件")
	static class MediaArticles extends OfficeController.Open<MediaArticle> {

		MediaArticles(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.MEDIA_ARTICLES));
		}

		@Public
		@GetMapping
		@Operation(summary = "媒体稿件列表 · Articles in the media")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute MediaArticle.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/assistance")
	@Tag(name = "office-assistance", description = "配合上级人大执法检查、视察、调研")
	static class Assistances extends OfficeController.Open<Assistance> {

		Assistances(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.ASSISTANCE));
		}

		@Public
		@GetMapping
		@Operation(summary = "配合上级人大工作列表 · Help for higher committees")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Assistance.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/legislative-assistance")
	@Tag(name = "office-legislative-assistance", description = "协助上级立法（不计入本市制定数）")
	static class LegislativeAssistances extends OfficeController.Open<LegislativeAssistance> {

		LegislativeAssistances(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.LEGISLATIVE_ASSISTANCE));
		}

		@Public
		@GetMapping
		@Operation(summary = "协助上级立法列表 · Help with laws and regulations of a higher level")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute LegislativeAssistance.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/chronicle")
	@Tag(name = "office-chronicle", description = "大事记：学习教育、文件、会议、座谈会等")
	static class Chronicle extends OfficeController.Open<ChronicleEntry> {

		Chronicle(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.CHRONICLE));
		}

		@Public
		@GetMapping
		@Operation(summary = "大事记列表 · Campaigns, documents, conferences and symposiums")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute ChronicleEntry.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

	}

	/**
	 * Internal: only how many there were is public.
	 */
	@RestController
	@RequestMapping(OfficeLedgers.BASE + "/party-reports")
	@Tag(name = "office-party-reports", description = "向党委请示报告：内部登记，只公开件数")
	static class PartyReports extends OfficeController<PartyReport> {

		PartyReports(LedgerDesks desks) {
			super(desks.of(OfficeLedgers.PARTY_REPORTS));
		}

		@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR })
		@GetMapping
		@Operation(summary = "请示报告列表 · Requests and reports to the Party committee")
		Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute PartyReport.Filter filter,
				ListRequest request) {
			return this.desk.list(filter, request);
		}

		@Allowed({ Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR })
		@GetMapping("/{id}")
		@Operation(summary = "一件请示报告 · One request or report")
		Mono<ResponseEntity<LedgerEntry<PartyReport>>> one(@PathVariable UUID id) {
			return this.desk.one(id);
		}

	}

}

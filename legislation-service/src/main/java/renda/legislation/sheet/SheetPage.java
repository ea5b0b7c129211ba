package renda.legislation.sheet;

import java.util.StringJoiner;

import renda.platform.vote.Choice;
import renda.platform.vote.ElectionOutcome;
import tools.jackson.databind.JsonNode;

import org.springframework.web.util.HtmlUtils;

/**
 * A result sheet as a page to be printed.
 */
final class SheetPage {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s 表决结果单</title>
			<style>body{font-family:serif;max-width:46em;margin:2em auto}h1{text-align:center}table{border-collapse:collapse;\
			width:100%%}td,th{border:1px solid #000;padding:.3em .6em;text-align:left}.mono{font-family:monospace;\
			word-break:break-all}.sign{margin-top:3em}</style></head><body>
			<h1>表决结果单</h1>
			<p>%2$s　%3$s</p>
			<table>
			%4$s</table>
			<h2>%5$s</h2>
			<p>%6$s</p>
			<p class="sign">主持人：____________　计票：____________　监票：____________</p>
			<p class="mono">SHA-256 %7$s<br>Ed25519 %8$s</p>
			</body></html>
			""";

	private SheetPage() {
	}

	static String of(ResultSheets.Sheet signed) {
		JsonNode sheet = signed.sheet();
		boolean secret = sheet.path("secret").asBoolean();
		JsonNode tally = sheet.path("tally");
		StringJoiner rows = new StringJoiner("");
		row(rows, "表决事项", sheet.path("question").asString());
		sheet.path("subjects")
			.forEach((subject) -> row(rows, subject.path("code").asString(), subject.path("title").asString()));
		row(rows, "方式", secret ? "无记名" : "公开");
		row(rows, "全体／出席", sheet.path("members").asInt() + "／" + sheet.path("present").asInt());
		if (sheet.has("papersTaken")) {
			row(rows, "发票", String.valueOf(sheet.path("papersTaken").asInt()));
		}
		if (sheet.has("election")) {
			elected(rows, sheet.path("election"));
		}
		else {
			row(rows, "赞成", String.valueOf(tally.path("for").asInt()));
			row(rows, "反对", String.valueOf(tally.path("against").asInt()));
			row(rows, "弃权", String.valueOf(tally.path("abstained").asInt()));
			row(rows, "未按表决器", String.valueOf(tally.path("notPressed").asInt()));
			row(rows, "无效", String.valueOf(tally.path("invalid").asInt()));
		}
		row(rows, "结果", sheet.path("explanation").asString());
		StringJoiner voters = new StringJoiner("，");
		sheet.path("voters")
			.forEach((voter) -> voters.add(HtmlUtils.htmlEscape(voter.path("name").asString()) + (voter.has("choice")
					? "（" + Choice.valueOf(voter.path("choice").asString()).title().zh() + "）" : "")));
		return PAGE.formatted(HtmlUtils.htmlEscape(sheet.path("code").asString()),
				HtmlUtils.htmlEscape(sheet.path("meetingName").asString()), sheet.path("votedOn").asString(), rows,
				secret ? "参加表决的人员" : "各人表决", voters, signed.digest(), signed.signature());
	}

	private static void elected(StringJoiner rows, JsonNode election) {
		row(rows, "应选", election.path("seats").asInt() + (election.path("runOff").asBoolean() ? "（再次投票）" : ""));
		if (election.has("places")) {
			row(rows, "预选正式候选人", String.valueOf(election.path("places").asInt()));
		}
		JsonNode papers = election.path("placings").path(0).path("tally");
		row(rows, "未投票", String.valueOf(papers.path("notPressed").asInt()));
		row(rows, "无效", String.valueOf(papers.path("invalid").asInt()));
		election.path("placings").forEach((one) -> {
			JsonNode tally = one.path("tally");
			row(rows, one.path("name").asString(),
					"赞成 %d，反对 %d，弃权 %d：%s".formatted(tally.path("for").asInt(), tally.path("against").asInt(),
							tally.path("abstained").asInt(),
							ElectionOutcome.Result.valueOf(one.path("result").asString()).title().zh()));
		});
		row(rows, "另选他人", String.valueOf(election.path("otherVotes").asInt()));
	}

	private static void row(StringJoiner rows, String name, String value) {
		rows.add("<tr><th>" + HtmlUtils.htmlEscape(name) + "</th><td>" + HtmlUtils.htmlEscape(value) + "</td></tr>\n");
	}

}

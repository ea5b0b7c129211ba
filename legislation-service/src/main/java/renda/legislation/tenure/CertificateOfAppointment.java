package renda.legislation.tenure;

import java.time.LocalDate;
import java.util.Optional;

import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.PostKind;
import renda.platform.web.Text;

/**
 * The certificate of appointment (任命书), as it is printed.
 *
 * @param congress whose standing committee: 郑州市
 * @param number its number
 * @param sentence what it says
 * @param signedBy the chair
 * @param on the day it was signed
 */
public record CertificateOfAppointment(String congress, String number, String sentence, String signedBy, LocalDate on) {

	/**
	 * The certificate of an appointment; empty where none is signed.
	 */
	public static Optional<CertificateOfAppointment> of(Appointment subject, Text city) {
		Settlement.Certificate signed = subject.settlement().certificate();
		if (signed == null) {
			return Optional.empty();
		}
		Nomination nomination = subject.nomination();
		String meeting = subject.settlement().lastVote().map(Settlement.CastVote::meetingName).orElse("");
		String day = subject.passedOn().map(CertificateOfAppointment::written).orElse("");
		String act = switch (nomination.act()) {
			case ACTING -> "决定由 %s 代理 %s";
			default -> (nomination.kind().means() == PostKind.Means.DECIDE) ? "决定任命 %s 为 %s" : "任命 %s 为 %s";
		};
		String sentence = "%s人民代表大会常务委员会%s于%s%s。".formatted(city.zh(), meeting.isEmpty() ? "" : " " + meeting + " ",
				day, act.formatted(nomination.person().name(), nomination.post().title()));
		return Optional
			.of(new CertificateOfAppointment(city.zh(), signed.number(), sentence, signed.signedBy(), signed.on()));
	}

	private static String written(LocalDate day) {
		return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
	}

	/**
	 * For text editors.
	 */
	public String markdown() {
		return """
				# 任命书

				编号：%s

				%s

				%s人民代表大会常务委员会

				主任：%s

				%s
				""".formatted(escaped(this.number, false), escaped(this.sentence, false), escaped(this.congress, false),
				escaped(this.signedBy, false), written(this.on));
	}

	/**
	 * For printing: one page.
	 */
	public String html() {
		return """
				<!DOCTYPE html>
				<html lang="zh">
				<head>
				<meta charset="UTF-8">
				<title>任命书 %1$s</title>
				<style>
				@page { size: A4; margin: 30mm; }
				body { font-family: "SimSun", "Songti SC", serif; font-size: 16pt; line-height: 2; max-width: 40em; margin: 3em auto; }
				h1 { text-align: center; letter-spacing: 1em; margin-right: -1em; }
				.number, .signed { text-align: right; }
				.says { text-indent: 2em; }
				</style>
				</head>
				<body>
				<h1>任命书</h1>
				<p class="number">编号：%1$s</p>
				<p class="says">%2$s</p>
				<p class="signed">%3$s人民代表大会常务委员会<br>主任：%4$s<br>%5$s</p>
				</body>
				</html>
				"""
			.formatted(escaped(this.number, true), escaped(this.sentence, true), escaped(this.congress, true),
					escaped(this.signedBy, true), written(this.on));
	}

	/**
	 * Names are text, never markup.
	 */
	private static String escaped(String text, boolean html) {
		if (!html) {
			return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
		}
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}

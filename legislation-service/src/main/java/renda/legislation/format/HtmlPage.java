package renda.legislation.format;

/**
 * How every page begins: in one look, with nothing to load.
 */
public final class HtmlPage {

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="zh-CN">
			<head>
			<meta charset="UTF-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>%s</title>
			<style>
			%s</style>
			</head>
			<body>
			""";

	private static final String STYLE = """
			body{max-width:46rem;margin:0 auto;padding:1rem;font:1.05rem/1.9 "Noto Serif CJK SC","Songti SC",SimSun,serif;color:#1a1a1a;background:#fff}
			h1{text-align:center;font-size:1.6rem;line-height:1.4}
			h2,h3,h4,h5,h6{text-align:center;font-size:1.2rem;margin:2em 0 1em}
			h1,h2,h3,h4,h5,h6,.label{font-family:"Noto Sans CJK SC","Heiti SC",SimHei,sans-serif}
			p{margin:.4em 0;text-indent:2em;overflow-wrap:anywhere}
			.label{font-weight:bold}
			.point{padding-left:2em}
			.note{text-indent:0;text-align:center;color:#555}
			dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1em;font-size:.95rem;color:#444}
			dd{margin:0;overflow-wrap:anywhere}
			nav ul{list-style:none;padding-left:1.2em;margin:0}
			a{color:#0b57a4}
			:target{background:#fff3c4}
			table{border-collapse:collapse;display:block;overflow-x:auto}
			th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}
			@media print{nav{display:none}body{max-width:none;padding:0}a{color:inherit;text-decoration:none}h2,h3,h4{break-after:avoid}}
			""";

	private HtmlPage() {
	}

	/**
	 * Everything up to the content of the body.
	 * @param title the title, not yet escaped
	 * @param style what this page needs besides the common look
	 */
	public static String head(String title, String style) {
		return HEAD.formatted(FormatText.html(title), STYLE + style);
	}

}

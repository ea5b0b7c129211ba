package renda.legislation.normative;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import renda.platform.security.Sha256;

/**
 * The electronic receipt (电子回执): whoever has the document can compute its hash and see
 * that it is the one registered.
 *
 * @param number the receipt's number
 * @param on the day of registration
 * @param signed the lines that are hashed, joined by line feeds, in UTF-8
 * @param hash their SHA-256 in hexadecimal
 */
public record FilingReceipt(String number, LocalDate on, List<String> signed, String hash) {

	public FilingReceipt {
		signed = List.copyOf(signed);
	}

	public static FilingReceipt of(String code, LocalDate on, FilingDocument document) {
		List<String> signed = Stream.concat(
				Stream.of("number=" + code, "on=" + on, "maker=" + document.maker(), "title=" + document.title(),
						"documentNumber=" + document.number(), "issuedOn=" + document.issuedOn(),
						"text=" + (document.text().isEmpty() ? "" : Sha256.hex(document.text()))),
				document.materials().files().stream().map((file) -> "file=" + file.sha256()))
			.toList();
		return new FilingReceipt(code, on, signed, Sha256.hex(signed.stream().collect(Collectors.joining("\n"))));
	}

}

package renda.legislation.format;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements, and sees to it that whatever is put in comes out as well-formed XML
 * with unique ids and valid IRIs.
 */
final class AkomaNtosoXml {

	static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

	private static final String URI_CHARACTERS = "-._~:/?@!$&'()*+,;=";

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final XMLStreamWriter writer;

	private final Set<String> ids = new HashSet<>();

	AkomaNtosoXml() throws XMLStreamException {
		this.writer = XMLOutputFactory.newDefaultFactory()
			.createXMLStreamWriter(this.bytes, StandardCharsets.UTF_8.name());
		this.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
	}

	/**
	 * Opens an element.
	 * @param attributes names and values in turn
	 */
	void open(String name, String... attributes) throws XMLStreamException {
		this.writer.writeStartElement(name);
		if (name.equals("akomaNtoso")) {
			this.writer.writeDefaultNamespace(NAMESPACE);
		}
		attributes(attributes);
	}

	void empty(String name, String... attributes) throws XMLStreamException {
		this.writer.writeEmptyElement(name);
		attributes(attributes);
	}

	private void attributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			this.writer.writeAttribute(attributes[i], FormatText.xmlLine(attributes[i + 1]));
		}
	}

	void close() throws XMLStreamException {
		this.writer.writeEndElement();
	}

	void words(String text) throws XMLStreamException {
		this.writer.writeCharacters(FormatText.xmlLine(text));
	}

	void element(String name, String text) throws XMLStreamException {
		open(name);
		words(text);
		close();
	}

	byte[] bytes() throws XMLStreamException {
		this.writer.writeEndDocument();
		this.writer.close();
		return this.bytes.toByteArray();
	}

	/**
	 * An id as it may stand in the document, changed only where it is not fit or taken.
	 */
	String id(String wanted) {
		String id = FormatText.id(wanted);
		String unique = id;
		for (int n = 2; !this.ids.add(unique); n++) {
			unique = id + "~" + n;
		}
		return unique;
	}

	/**
	 * A reference as a valid IRI; {@code #} where nothing can be made of it.
	 */
	static String iri(String reference) {
		int fragment = reference.indexOf('#');
		String iri = (fragment < 0) ? encoded(reference)
				: encoded(reference.substring(0, fragment)) + "#" + encoded(reference.substring(fragment + 1));
		try {
			return new URI(iri).toString();
		}
		catch (URISyntaxException ex) {
			return "#";
		}
	}

	static String encoded(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xff);
			if (c < 0x80 && (Character.isLetterOrDigit(c) || URI_CHARACTERS.indexOf(c) >= 0)) {
				encoded.append(c);
			}
			else {
				encoded.append('%').append("%02X".formatted((int) c));
			}
		}
		return encoded.toString();
	}

}

package relais.acceptance;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * An Atom feed as a reader parses it: not well-formed, or without what RFC 4287 asks for, fails.
 */
record AtomDocument(Document document) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    static AtomDocument parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            AtomDocument parsed =
                    new AtomDocument(
                            factory.newDocumentBuilder()
                                    .parse(new InputSource(new StringReader(xml))));
            parsed.requireWhatTheFormatAsksFor();
            return parsed;
        } catch (Exception notAtom) {
            throw new AssertionError("Not an Atom feed: " + xml, notAtom);
        }
    }

    List<String> entryIds() {
        List<String> ids = new ArrayList<>();
        NodeList entries = document.getElementsByTagNameNS(ATOM, "entry");
        for (int i = 0; i < entries.getLength(); i++) {
            ids.add(only((Element) entries.item(i), "id"));
        }
        return ids;
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }

    private void requireWhatTheFormatAsksFor() {
        Element feed = document.getDocumentElement();
        for (String name : List.of("id", "title", "updated")) {
            only(feed, name);
            NodeList entries = document.getElementsByTagNameNS(ATOM, "entry");
            for (int i = 0; i < entries.getLength(); i++) {
                only((Element) entries.item(i), name);
            }
        }
    }

    private static String only(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(ATOM, name);
        for (int i = 0; i < found.getLength(); i++) {
            if (parent.isSameNode(found.item(i).getParentNode())) {
                return found.item(i).getTextContent();
            }
        }
        throw new AssertionError("No " + name + " in " + parent.getTagName());
    }
}

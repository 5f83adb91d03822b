package io.lodestone.contracts;

import java.util.List;
import java.util.regex.Pattern;

/** Pieces of an HTML page. What comes in is text, what goes out is markup. */
final class Html {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private Html() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** Text in which back quotes stand around code. */
    static String words(String text) {
        return CODE.matcher(text(text)).replaceAll("<code>$1</code>");
    }

    static String link(String target, String markup) {
        return "<a href=\"" + text(target) + "\">" + markup + "</a>";
    }

    /** The first cell of each row is its header. Cells are markup. The frame scrolls, by keyboard too. */
    static String table(String caption, List<String> heads, List<List<String>> rows) {
        var table = new StringBuilder("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(text(caption))
                .append("\"><table>\n<caption>")
                .append(text(caption))
                .append("</caption>\n<thead><tr>");
        heads.forEach(
                head -> table.append("<th scope=\"col\">").append(text(head)).append("</th>"));
        table.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            table.append("<tr><th scope=\"row\">").append(row.getFirst()).append("</th>");
            row.subList(1, row.size())
                    .forEach(cell -> table.append("<td>").append(cell).append("</td>"));
            table.append("</tr>\n");
        }
        return table.append("</tbody></table></div>\n").toString();
    }
}

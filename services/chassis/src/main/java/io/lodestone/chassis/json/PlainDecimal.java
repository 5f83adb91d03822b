package io.lodestone.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** A decimal is a string such as "1250000000.00", never a JSON number: a number may have gone through floating point on its way. */
final class PlainDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    private static final int DIGITS_MAX = 30;

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "must be a decimal in quotes, for example \"1250000000.00\"");
        }
        var text = parser.getText();
        if (!isPlain(text)) {
            throw context.weirdStringException(
                    text, BigDecimal.class, "must be a plain decimal, for example \"1250000000.00\"");
        }
        return new BigDecimal(text);
    }

    /** A sign or none, 1 to 30 digits, and as many after a point or none. No pattern: a fact has a dozen of decimals. */
    private static boolean isPlain(String text) {
        int begin = text.startsWith("-") ? 1 : 0;
        int point = endOfDigits(text, begin);
        if (!isFew(point - begin)) {
            return false;
        }
        if (point == text.length()) {
            return true;
        }
        int end = endOfDigits(text, point + 1);
        return text.charAt(point) == '.' && end == text.length() && isFew(end - point - 1);
    }

    private static boolean isFew(int digits) {
        return digits >= 1 && digits <= DIGITS_MAX;
    }

    private static int endOfDigits(String text, int begin) {
        int at = begin;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}

package io.lodestone.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A decimal is a string such as "1250000000.00", never a JSON number: a number may have gone through floating point on its way. */
final class PlainDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "must be a decimal in quotes, for example \"1250000000.00\"");
        }
        var text = parser.getText();
        if (!PLAIN.matcher(text).matches()) {
            throw context.weirdStringException(
                    text, BigDecimal.class, "must be a plain decimal, for example \"1250000000.00\"");
        }
        return new BigDecimal(text);
    }
}

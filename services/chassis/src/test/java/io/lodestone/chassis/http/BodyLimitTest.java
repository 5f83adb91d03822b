package io.lodestone.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void aBodyWithinTheLimitIsReadAsItIs() {
        var body = new BodyLimit(new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(body.read()).isEqualTo(1);
        assertThat(body.read(new byte[5], 0, 5)).isEqualTo(2);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void aClientThatGoesAwayIsToldThatItsBodyBrokeOff() {
        var body = new BodyLimit(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection was closed");
            }
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(body::read)
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }
}

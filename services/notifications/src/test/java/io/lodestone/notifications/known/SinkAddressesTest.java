package io.lodestone.notifications.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.contracts.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000/hook",
                "http://2130706433/hook",
                "http://localhost/hook",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://192.0.0.8/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "http://[2002:a00:1::]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://no-such-host.invalid/"
            })
    void whatOnlyWeCanReachIsRefused(String url) {
        assertThat(refusal(url, false).component()).isEqualTo("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://8.8.8.8/hook", "https://1.1.1.1:8443/hook?a=b", "https://[2606:4700:4700::1111]/"})
    void publicAddressesAreTaken(String url) {
        assertThat(addresses(false).check(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://8.8.8.8/",
                "hook",
                "http:///hook",
                "http://user:secret@8.8.8.8/",
                "http://8.8.8.8/#part",
                "http://8.8.8.8/a b",
                "http://8.8.8.8:70000/"
            })
    void whatIsNoWebAddressIsRefusedEverywhere(String url) {
        assertThat(refusal(url, true)).hasMessageContaining("complete http or https address");
    }

    @Test
    void onOnesOwnMachinePrivateAddressesMayBeAllowed() {
        assertThat(addresses(true).check("http://127.0.0.1:9000/hook")).hasPort(9000);
    }

    private static InvalidValue refusal(String url, boolean privateAddresses) {
        return catchThrowableOfType(
                InvalidValue.class, () -> addresses(privateAddresses).check(url));
    }

    private static SinkAddresses addresses(boolean privateAddresses) {
        return new Settings(privateAddresses, Duration.ofSeconds(1)).addresses();
    }
}

package io.fraywatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProvidersTest {
    @Test
    void noDomainAndNoNameStandsTwice() {
        List<String> domains =
                Providers.all().stream().flatMap(each -> each.domains().stream()).toList();
        assertThat(domains)
                .doesNotHaveDuplicates()
                .allMatch(domain -> domain.matches("[a-z0-9.-]+"));
        assertThat(Providers.all()).extracting(Provider::name).doesNotHaveDuplicates();
        assertThat(Providers.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyOneIsReachedUnderTls() {
        assertThat(Providers.all())
                .filteredOn(each -> each.login() != Provider.Login.NONE)
                .allSatisfy(each -> {
                    assertThat(each.host()).contains(".");
                    assertThat(each.tls()).isIn("implicit", "starttls");
                    assertThat(each.port()).isEqualTo(each.tls().equals("implicit") ? 993 : 1143);
                });
    }

    @Test
    void whereThePasswordOfThePageWontDoTheHintSaysWhatWill() {
        assertThat(Providers.all())
                .filteredOn(each -> each.login() != Provider.Login.PASSWORD)
                .allSatisfy(each -> assertThat(each.hint()).isNotBlank());
    }

    @Test
    void findsByDomainOrByNameHoweverWritten() {
        assertThat(Providers.ofAddress("Dana@GMX.de").orElseThrow().host())
                .isEqualTo("imap.gmx.net");
        assertThat(Providers.named("microsoft365").orElseThrow().login())
                .isEqualTo(Provider.Login.OAUTH);
        assertThat(Providers.ofAddress("dana@reyes-va.example")).isEmpty();
        assertThat(Providers.guess("dana@reyes-va.example")).isEqualTo("imap.reyes-va.example");
    }

    @Test
    void strangersShareTheDomainsOfProvidersButNotAFirmsOwn() {
        assertThat(Providers.isShared("dana@t-online.de")).isTrue();
        assertThat(Providers.isShared("dana@reyes-va.example")).isFalse();
    }

    @Test
    void aLineThatIsNoneIsRefusedWithItsText() {
        assertThatThrownBy(() -> Provider.parse("X | x.example | imap.x.example | key |"))
                .hasMessageContaining("'key' is no way to log in");
        assertThatThrownBy(() -> Provider.parse("X | x.example")).hasMessageContaining("5 cells");
    }
}

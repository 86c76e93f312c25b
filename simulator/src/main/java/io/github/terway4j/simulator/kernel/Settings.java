package io.github.terway4j.simulator.kernel;

import static io.github.terway4j.simulator.kernel.SettingKey.ALL;
import static io.github.terway4j.simulator.kernel.SettingKey.DEFAULT;

import io.github.terway4j.domain.net.IpFamily;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A namespace's settings below {@code net/ipv4/conf} and {@code net/ipv6/conf}, and what writing one does to others
 * (devinet_conf_proc and inet_forward_change in net/ipv4/devinet.c, addrconf_sysctl_forward, addrconf_disable_ipv6 and
 * addrconf_sysctl_force_forwarding in net/ipv6/addrconf.c).
 */
final class Settings {
    private final Map<IpFamily, Map<String, LinkSettings>> byPlace = new EnumMap<>(IpFamily.class);

    Settings() {
        for (var family : IpFamily.values()) {
            var places = new TreeMap<String, LinkSettings>();
            places.put(ALL, new LinkSettings());
            places.put(DEFAULT, new LinkSettings());
            byPlace.put(family, places);
        }
    }

    void admit(IpFamily family, String link) {
        at(family, DEFAULT).ifPresent(model -> places(family).put(link, model.copy()));
    }

    void dismiss(IpFamily family, String link) {
        places(family).remove(link);
    }

    void rename(IpFamily family, String before, String after) {
        var settings = places(family).remove(before);
        if (settings != null) {
            places(family).put(after, settings);
        }
    }

    /** An IPv4 address settles the settings of the link that it is on (ipv4_devconf_setall). */
    void settle(String link) {
        at(IpFamily.V4, link).ifPresent(LinkSettings::settle);
    }

    /** Of a link, {@code all} or {@code default}; of a place that does not exist, what the kernel is compiled with. */
    int get(Setting setting, String place) {
        return at(setting.family(), place)
                .map(settings -> settings.get(setting))
                .orElse(setting.compiled());
    }

    Optional<Integer> read(SettingKey key) {
        return at(key.setting().family(), key.place()).map(settings -> settings.get(key.setting()));
    }

    /** Writes a setting that exists. */
    void write(SettingKey key, int value) {
        var setting = key.setting();
        int before = get(setting, key.place());
        switch (setting) {
            case FORWARDING -> writeIfChanged(key, before, value, true);
            case FORCE_FORWARDING_V6 -> writeIfChanged(key, before, value, false);
            case FORWARDING_V6, DISABLE_V6 -> writeThrough(key, value, true);
            case RP_FILTER, ACCEPT_LOCAL, ROUTE_LOCALNET, SEND_REDIRECTS, ACCEPT_REDIRECTS -> writeByHand(key, value);
            case ACCEPT_RA, ACCEPT_DAD -> write(setting, key.place(), value);
        }
    }

    private void writeIfChanged(SettingKey key, int before, int value, boolean intoDefault) {
        if (before != value) {
            writeThrough(key, value, intoDefault);
        }
    }

    private void writeThrough(SettingKey key, int value, boolean intoDefault) {
        if (!key.place().equals(ALL)) {
            write(key.setting(), key.place(), value);
            return;
        }
        places(key.setting().family()).forEach((place, settings) -> {
            if (intoDefault || !place.equals(DEFAULT)) {
                settings.set(key.setting(), value);
            }
        });
    }

    /** IPv4's {@code default} reaches back to links on which nobody has set anything yet. */
    private void writeByHand(SettingKey key, int value) {
        at(IpFamily.V4, key.place()).ifPresent(settings -> settings.setByHand(key.setting(), value));
        if (key.place().equals(DEFAULT)) {
            places(IpFamily.V4).forEach((place, settings) -> {
                if (!place.equals(ALL)) {
                    settings.follow(key.setting(), value);
                }
            });
        }
    }

    private void write(Setting setting, String place, int value) {
        at(setting.family(), place).ifPresent(settings -> settings.set(setting, value));
    }

    private Optional<LinkSettings> at(IpFamily family, String place) {
        return Optional.ofNullable(places(family).get(place));
    }

    private Map<String, LinkSettings> places(IpFamily family) {
        return byPlace.computeIfAbsent(family, _ -> new TreeMap<>());
    }
}

package io.fraywatch.server.config;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.analyze.time.WorkCalendar.Span;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.parse.HolidayCalendar;
import io.fraywatch.parse.HolidayException;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.sync.Calendars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The working hours, holidays and pauses that a configuration names, its calendar files read.
///
/// Hours: an account's, else those for all accounts, else Monday to Friday, 9 to 5; a client's,
/// else 9 to 5 on the days they write on, else Monday to Friday, 9 to 5. Holidays: an account's or
/// a client's, else those for all. A pause stops everybody's clock.
public final class WorkingTimes {
    private static final long MAX_BYTES = 4 << 20;

    /// @param holidays as the configuration names them
    private record Times(Optional<HoursSection> hours, List<String> holidays) {}

    /// @param days on which somebody without hours of their own works, where that is known
    private record Place(Times times, ZoneId zone, Optional<Set<DayOfWeek>> days) {
        Place(Times times, ZoneId zone) {
            this(times, zone, Optional.empty());
        }
    }

    private final Settings settings;
    private final Map<String, HolidayCalendar> files = new HashMap<>();

    private WorkingTimes(Settings settings) {
        this.settings = settings;
    }

    /// Reads the calendar files, and makes sure that each calendar can be made of them.
    static WorkingTimes read(SettingsFile file) throws SettingsException {
        Settings settings = file.settings();
        WorkingTimes times = new WorkingTimes(settings);
        times.readAll(settings.holidays(), file);
        for (int i = 0; i < settings.accounts().size(); i++) {
            times.readAll(settings.accounts().get(i).holidays(), file, "accounts", i);
        }
        for (int i = 0; i < settings.clients().size(); i++) {
            times.readAll(settings.clients().get(i).holidays(), file, "clients", i);
        }
        times.requireWork(file);
        return times;
    }

    private void readAll(List<String> names, SettingsFile file, Object... section)
            throws SettingsException {
        for (int i = 0; i < names.size(); i++) {
            List<Object> path = new ArrayList<>(List.of(section));
            path.addAll(List.of("holidays", i));
            String name = names.get(i);
            try {
                HolidayCalendar calendar = HolidayCalendar.read(bytes(file.resolve(name)));
                calendar.days(ZoneOffset.UTC);
                files.put(name, calendar);
            } catch (HolidayException e) {
                throw file.mistake(
                        "the holidays in " + name + " can't be used: " + e.getMessage(),
                        path.toArray());
            } catch (IOException _) {
                throw file.mistake(
                        "the file "
                                + file.resolve(name)
                                + " can't be read; name an iCalendar file (.ics) of up to 4 MiB,"
                                + " relative to the configuration",
                        path.toArray());
            }
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("larger than " + MAX_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private void requireWork(SettingsFile file) throws SettingsException {
        ZoneId zone = settings.zone().orElse(ZoneOffset.UTC);
        try {
            for (AccountSettings account : settings.accounts()) {
                WorkCalendar _ = calendar(new Place(of(account), zone));
            }
            requireWorkOf(new Times(Optional.empty(), settings.holidays()), zone);
            for (ClientSettings client : settings.clients()) {
                requireWorkOf(of(client), zone);
            }
        } catch (IllegalArgumentException e) {
            throw file.mistake(
                    e.getMessage() + "; look at the pauses and holidays together", "pause");
        }
    }

    /// A client's, even of one who turns out to work on one day of the week.
    private void requireWorkOf(Times client, ZoneId zone) {
        for (DayOfWeek day : DayOfWeek.values()) {
            WorkCalendar _ = calendar(new Place(client, zone, Optional.of(Set.of(day))));
        }
    }

    /// The calendars for a user in that zone.
    public Calendars in(ZoneId zone) {
        Map<Place, WorkCalendar> made = new ConcurrentHashMap<>();
        return new Calendars() {
            @Override
            public WorkCalendar ours(AccountName account) {
                return of(new Place(WorkingTimes.this.of(account), zone));
            }

            @Override
            public WorkCalendar theirs(Client client, Whereabouts where) {
                return of(
                        new Place(
                                WorkingTimes.this.of(client),
                                where.zone().orElse(zone),
                                where.days()));
            }

            @Override
            public boolean hasHours(Client client) {
                return WorkingTimes.this.of(client).hours().isPresent();
            }

            private WorkCalendar of(Place place) {
                return made.computeIfAbsent(place, WorkingTimes.this::calendar);
            }
        };
    }

    private Times of(AccountName account) {
        return settings.accounts().stream()
                .filter(own -> own.accountName().equals(account))
                .findFirst()
                .map(this::of)
                .orElse(new Times(settings.hours(), settings.holidays()));
    }

    private Times of(AccountSettings account) {
        return new Times(account.hours().or(settings::hours), orGeneral(account.holidays()));
    }

    private Times of(Client client) {
        return settings.clients().stream()
                .filter(own -> own.id().equals(client.id().value()))
                .findFirst()
                .map(this::of)
                .orElse(new Times(Optional.empty(), settings.holidays()));
    }

    private Times of(ClientSettings client) {
        return new Times(client.hours(), orGeneral(client.holidays()));
    }

    private List<String> orGeneral(List<String> own) {
        return own.isEmpty() ? settings.holidays() : own;
    }

    private WorkCalendar calendar(Place place) {
        Set<LocalDate> off = new HashSet<>();
        settings.pause().forEach(pause -> pause.days().forEach(off::add));
        for (String name : place.times().holidays()) {
            off.addAll(days(name, place.zone()));
        }
        Map<DayOfWeek, List<Span>> week =
                place.times().hours().map(HoursSection::week).orElse(usual(place).week());
        return new WorkCalendar(place.zone(), week, off);
    }

    private static WorkCalendar usual(Place place) {
        WorkCalendar office = WorkCalendar.officeHours(place.zone());
        return place.days().map(office::on).orElse(office);
    }

    private Set<LocalDate> days(String name, ZoneId zone) {
        try {
            return Objects.requireNonNull(files.get(name)).days(zone);
        } catch (HolidayException e) {
            throw new IllegalStateException(name + " could be used when it was read", e);
        }
    }
}

package io.github.terway4j.domain.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DropInPlannerTest {
    private static final DropIn WANTED = DropIn.of(HostService.UDEV, "etc/here", "one\n", "to try");

    @Test
    void what_is_missing_is_written_and_what_is_there_is_left() {
        assertEquals(List.of(new DropInStep.Write(WANTED)), plan(new FoundFile.Absent()));
        assertEquals(List.of(), plan(new FoundFile.Text(WANTED.text())));
    }

    @Test
    void what_an_earlier_version_of_ours_wrote_is_written_anew() {
        assertEquals(List.of(new DropInStep.Write(WANTED)), plan(new FoundFile.Text(DropIn.MARK + "\ntwo\n")));
    }

    @Test
    void a_foreign_file_of_the_same_name_is_neither_written_over_nor_removed() {
        for (var foreign :
                List.of(new FoundFile.Text("one\n"), new FoundFile.Text(""), new FoundFile.Other("a symbolic link"))) {
            assertEquals(List.of(), plan(foreign));
            assertEquals(List.of(), DropInPlanner.plan(List.of(), Map.of("etc/here", foreign)));
            assertInstanceOf(DropInStanding.InTheWay.class, DropInStanding.of(WANTED, foreign));
        }
    }

    @Test
    void a_mark_further_down_makes_no_file_ours() {
        assertEquals(List.of(), plan(new FoundFile.Text("# kept\n" + DropIn.MARK + "\n")));
    }

    @Test
    void what_is_ours_and_no_longer_wanted_is_removed() {
        var found = new TreeMap<String, FoundFile>();
        found.put("etc/gone", new FoundFile.Absent());
        found.put("etc/here", new FoundFile.Text(WANTED.text()));
        assertEquals(List.of(new DropInStep.Remove("etc/here")), DropInPlanner.plan(List.of(), found));
    }

    @Test
    void each_obstacle_comes_with_a_remedy() {
        for (var found : List.of(
                new FoundFile.Absent(), new FoundFile.Text(DropIn.MARK + "\n"), new FoundFile.Text("foreign"))) {
            assertTrue(!DropInStanding.of(WANTED, found).remedy().isEmpty());
        }
    }

    private static List<DropInStep> plan(FoundFile found) {
        return DropInPlanner.plan(List.of(WANTED), Map.of(WANTED.path(), found));
    }
}

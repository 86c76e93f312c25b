package io.github.terway4j.domain.dropin;

/** How a wanted file stands. */
public sealed interface DropInStanding {
    /** In two or three words. */
    String words();

    /** What can be done about it; empty where nothing need be. */
    String remedy();

    record AsWanted() implements DropInStanding {
        @Override
        public String words() {
            return "there";
        }

        @Override
        public String remedy() {
            return "";
        }
    }

    record Missing() implements DropInStanding {
        @Override
        public String words() {
            return "missing";
        }

        @Override
        public String remedy() {
            return "terway prepare-node writes it";
        }
    }

    /** Ours, and otherwise than it is wanted now. */
    record Outdated() implements DropInStanding {
        @Override
        public String words() {
            return "differs";
        }

        @Override
        public String remedy() {
            return "terway prepare-node writes it anew";
        }
    }

    /**
     * Somebody else's is in its place.
     *
     * @param what in words
     */
    record InTheWay(String what) implements DropInStanding {
        @Override
        public String words() {
            return "in the way";
        }

        @Override
        public String remedy() {
            return what + ": move it to another name, and run terway prepare-node";
        }
    }

    static DropInStanding of(DropIn wanted, FoundFile found) {
        return switch (found) {
            case FoundFile.Absent() -> new Missing();
            case FoundFile.Text(var text) when text.equals(wanted.text()) -> new AsWanted();
            case FoundFile.Text(var text) when DropIn.ours(text) -> new Outdated();
            case FoundFile.Text(var _) -> new InTheWay("it is not ours by its first line");
            case FoundFile.Other(var words) -> new InTheWay(words);
        };
    }
}

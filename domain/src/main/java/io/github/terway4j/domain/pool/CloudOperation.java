package io.github.terway4j.domain.pool;

/** What the cloud may refuse as such, whatever ENI it is asked for: for want of quota, or of the right to do it. */
public enum CloudOperation {
    CREATE_ENI("making ENIs"),
    ATTACH_ENI("attaching ENIs"),
    ASSIGN("assigning addresses"),
    GIVE_BACK("giving back ENIs and addresses");

    private final String words;

    CloudOperation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

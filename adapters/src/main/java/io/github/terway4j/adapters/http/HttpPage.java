package io.github.terway4j.adapters.http;

/** What is answered. */
public record HttpPage(int status, String contentType, String body) {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** What there is to read. */
    public static HttpPage of(String contentType, String text) {
        return new HttpPage(OK, contentType, text);
    }

    /** All is well. */
    public static HttpPage well(String words) {
        return plain(OK, words);
    }

    /** It is not, for this reason. */
    public static HttpPage unwell(String words) {
        return plain(UNAVAILABLE, words);
    }

    static HttpPage plain(int status, String words) {
        return new HttpPage(status, PLAIN, words + "\n");
    }
}

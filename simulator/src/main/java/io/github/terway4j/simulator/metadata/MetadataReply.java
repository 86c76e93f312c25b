package io.github.terway4j.simulator.metadata;

/** What goes back. */
public record MetadataReply(int status, String contentType, String body) {
    static MetadataReply text(String body) {
        return new MetadataReply(200, "text/plain", body);
    }

    /** A page that says no more than its status, as the real service's errors. */
    static MetadataReply refusal(int status) {
        var title = "%d - %s".formatted(status, words(status));
        return new MetadataReply(
                status,
                "text/html",
                "<html><head><title>%s</title></head><body><h1>%s</h1></body></html>%n".formatted(title, title));
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "Missing or Invalid Parameters";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            default -> "Error";
        };
    }
}

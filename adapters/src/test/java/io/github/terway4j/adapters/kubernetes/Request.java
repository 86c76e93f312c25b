package io.github.terway4j.adapters.kubernetes;

import java.util.regex.Pattern;

/** What somebody asked of the API server, and how. */
record Request(String method, String path, String contentType, String body) {
    private static final Pattern PATH =
            Pattern.compile("/api/v1/(?:namespaces/[^/]+/)?([a-z]+)(?:/([^/?]+))?(/status)?(?:\\?.*)?");

    boolean isWatch() {
        return path.contains("watch=true");
    }

    /** The right that it takes, such as {@code nodes/status patch}, by how an API server makes a verb of a request. */
    String right() {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalStateException("nobody knows which right this takes: " + this);
        }
        var resource = parts.group(1) + (parts.group(3) == null ? "" : parts.group(3));
        return resource + " "
                + switch (method) {
                    case "GET" -> parts.group(2) != null ? "get" : isWatch() ? "watch" : "list";
                    case "POST" -> "create";
                    case "PUT" -> "update";
                    case "PATCH" -> "patch";
                    case "DELETE" -> "delete";
                    default -> throw new IllegalStateException(toString());
                };
    }
}

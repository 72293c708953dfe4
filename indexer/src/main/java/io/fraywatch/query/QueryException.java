package io.fraywatch.query;

/// A search text that can't be understood. The message says where and what was expected.
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    /// @param position the offending character, counted in UTF-16 units from 0
    public QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}

package io.fraywatch.thread;

import java.util.Arrays;

/// Disjoint sets of numbers, joined in nearly constant time. The smallest number of a set stands
/// for it.
final class UnionFind {
    private int[] up = new int[16];
    private int size;

    /// Adds a set of one and returns its number.
    int add() {
        if (size == up.length) {
            up = Arrays.copyOf(up, size * 2);
        }
        up[size] = size;
        return size++;
    }

    int find(int of) {
        int at = of;
        while (up[at] != at) {
            up[at] = up[up[at]];
            at = up[at];
        }
        return at;
    }

    /// Makes two sets one and returns whether they were two.
    boolean join(int one, int other) {
        int a = find(one);
        int b = find(other);
        up[Math.max(a, b)] = Math.min(a, b);
        return a != b;
    }

    UnionFind copy() {
        UnionFind copy = new UnionFind();
        copy.up = up.clone();
        copy.size = size;
        return copy;
    }
}

package io.weekbench.host.workbench;

/**
 * Sorts the numbers of rows: by merging, so that ties stay as they came, and without an object for
 * each row, of which there may be millions.
 */
final class RowSort {
    /** Below so many, moving one by one is quicker. */
    private static final int FEW = 8;

    private final Order order;

    /** Compares two rows by their numbers. */
    @FunctionalInterface
    interface Order {
        int compare(int row, int other);
    }

    RowSort(Order order) {
        this.order = order;
    }

    /** The numbers from 0, in order. */
    int[] sorted(int rows) {
        int[] sorted = new int[rows];
        for (int i = 0; i < rows; i++) {
            sorted[i] = i;
        }
        sort(sorted.clone(), sorted, 0, rows);
        return sorted;
    }

    /** Both hold the same at first; in the end {@code to} is sorted. */
    private void sort(int[] from, int[] to, int begin, int end) {
        if (end - begin <= FEW) {
            insert(to, begin, end);
            return;
        }
        int middle = (begin + end) >>> 1;
        sort(to, from, begin, middle);
        sort(to, from, middle, end);
        merge(from, to, begin, middle, end);
    }

    private void merge(int[] from, int[] to, int begin, int middle, int end) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takesLeft =
                    right == end || (left < middle && order.compare(from[left], from[right]) <= 0);
            to[i] = takesLeft ? from[left++] : from[right++];
        }
    }

    private void insert(int[] rows, int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            int row = rows[i];
            int place = i;
            while (place > begin && order.compare(rows[place - 1], row) > 0) {
                rows[place] = rows[place - 1];
                place--;
            }
            rows[place] = row;
        }
    }
}

package relais.history.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Texts, each kept once, as UTF-8 in one array, and known by a number from 0 up. A text of 40 bytes
 * costs about 55, where a string in a map would cost 150. Not for use by several threads while one
 * of them adds.
 */
public final class TextDictionary {

    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];

    /** Numbers plus one, by hash; 0 is free. Its length is a power of two. */
    private int[] slots = new int[128];

    private int size;

    public int size() {
        return size;
    }

    /** The text's number, a new one if it is new. */
    public int add(String text) {
        byte[] wanted = text.getBytes(UTF_8);
        int slot = slot(wanted);
        if (slots[slot] == 0) {
            append(wanted);
            slots[slot] = size;
            if (size > slots.length / 2) {
                rehash();
            }
            return size - 1;
        }
        return slots[slot] - 1;
    }

    /** The text's number; -1 if it was never added. */
    public int find(String text) {
        return slots[slot(text.getBytes(UTF_8))] - 1;
    }

    String text(int word) {
        int start = start(word);
        return new String(bytes, start, ends[word] - start, UTF_8);
    }

    private int start(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    private void append(byte[] text) {
        int start = start(size);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 8 + 1);
        }
        if (start + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, start + text.length + bytes.length / 8);
        }
        System.arraycopy(text, 0, bytes, start, text.length);
        ends[size] = start + text.length;
        size++;
    }

    /** Where the text is, or would be. */
    private int slot(byte[] text) {
        int slot = spread(hash(text, 0, text.length));
        while (slots[slot] != 0 && !is(slots[slot] - 1, text)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean is(int word, byte[] text) {
        return Arrays.equals(bytes, start(word), ends[word], text, 0, text.length);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int word = 0; word < size; word++) {
            int slot = spread(hash(bytes, start(word), ends[word]));
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = word + 1;
        }
    }

    private static int hash(byte[] text, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }
}

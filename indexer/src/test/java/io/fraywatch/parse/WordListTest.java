package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordListTest {
    private final WordList fruit = WordList.of("test-fruit", "fruit");

    @Test
    void findsTheLongestPhraseATextBeginsWith() {
        assertThat(fruit.atStart("red apple pie")).isEqualTo("red apple".length());
        assertThat(fruit.atStart("a red apple")).isZero();
        assertThat(fruit.atStart("")).isZero();
    }

    @Test
    void findsTheLongestPhraseATextEndsWith() {
        assertThat(fruit.atEnd("one red apple")).isEqualTo("red apple".length());
        assertThat(fruit.atEnd("red apple pie")).isZero();
    }

    @Test
    void findsPhrasesAnywhere() {
        assertThat(fruit.occursIn("two pears")).isTrue();
        assertThat(fruit.occursIn("two carrots")).isFalse();
        Set<String> found = new LinkedHashSet<>();
        fruit.collect("pears and a red apple", found);
        assertThat(found).containsExactly("pear", "red apple", "apple");
    }

    @Test
    void keepsSectionsApartAndReadsThemTogetherToo() {
        assertThat(fruit.contains("carrot")).isFalse();
        assertThat(WordList.of("test-fruit").contains("carrot")).isTrue();
    }

    @Test
    void namesWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WordList.of("test-fruit", "meat"))
                .withMessage("words/test-fruit.txt has no section [meat]");
        assertThatIllegalStateException()
                .isThrownBy(() -> WordList.of("nothing"))
                .withMessage("words/nothing.txt is missing from the program");
    }
}

package io.fraywatch.store.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/// Opens the folder of an index for Lucene; a test's own one fails where a real one might.
@FunctionalInterface
interface Disk {
    Directory open(Path folder) throws IOException;
}

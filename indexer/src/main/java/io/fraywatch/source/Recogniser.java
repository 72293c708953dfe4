package io.fraywatch.source;

import io.fraywatch.mail.Location;
import java.util.Collection;
import java.util.Set;

/// Knows mails again that lie at another place than before.
@FunctionalInterface
public interface Recogniser {
    /// Looks for these mails among those that are known. One that is recognised lies at its new
    /// place from now on and needn't be handed over.
    ///
    /// @return the new places of those recognised
    Set<Location> recognise(Collection<Glimpse> seen);
}

/// Access to a mailbox by OAuth 2.0 (RFC 6749) rather than by password: logging in once in a
/// browser or with a code on another device, and fresh access tokens from then on.
///
/// Depends on the OAuth SDK of Nimbus over our own HTTP. What is kept, the refresh token, lies
/// encrypted in the data directory.
@NullMarked
package io.fraywatch.source.oauth;

import org.jspecify.annotations.NullMarked;

/// The configuration file: its keys as records beside one another, and the reader that says in
/// which line what is wrong.
///
/// Every mistake is a [io.fraywatch.server.config.SettingsException] with file, line and mend.
/// Reads files and the environment; opens no connection and knows neither commands nor pages.
@NullMarked
package io.fraywatch.server.config;

import org.jspecify.annotations.NullMarked;

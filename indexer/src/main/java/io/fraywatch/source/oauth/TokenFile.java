package io.fraywatch.source.oauth;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps one account's refresh token, encrypted (AES-256-GCM).
///
/// The key lies in a file of its own, so that neither file says anything alone: a backup or a
/// synchronised folder that holds the token must not hold the key. Both are readable by their owner
/// only.
public final class TokenFile {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Path keyFile;
    private final String account;

    /// @param folder where both files lie; made when first written
    /// @param account the account's name, which the token is bound to
    public TokenFile(Path folder, String account) {
        this.file = folder.resolve(account + ".token");
        this.keyFile = folder.resolve("token.key");
        this.account = account;
    }

    /// The token, or empty if nobody logged in yet.
    ///
    /// @throws SourceException if it's there and can't be read
    public Optional<String> read() throws SourceException {
        try {
            byte[] sealed = Files.readAllBytes(file);
            if (sealed.length <= NONCE_BYTES) {
                throw new GeneralSecurityException("too short");
            }
            Cipher cipher =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            Files.readAllBytes(keyFile),
                            Arrays.copyOf(sealed, NONCE_BYTES));
            byte[] token = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(token, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw broken(e);
            }
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private SourceException broken(Exception cause) {
        return new SourceException(
                Kind.REFUSED,
                "The kept login of account '" + account + "' can't be read (" + file + ")",
                "Log in again: scripts/fraywatch login " + account,
                cause);
    }

    /// Keeps a token in place of the one before, at once or not at all.
    ///
    /// @throws SourceException if it can't be written
    public void write(String token) throws SourceException {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key(), nonce)
                            .doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            writePrivately(file, all);
        } catch (IOException | GeneralSecurityException e) {
            throw new SourceException(
                    Kind.MISCONFIGURED,
                    "The login of account '" + account + "' can't be kept in " + file,
                    "Check that the folder may be written.",
                    e);
        }
    }

    private byte[] key() throws IOException {
        if (!Files.exists(keyFile)) {
            byte[] fresh = new byte[KEY_BYTES];
            RANDOM.nextBytes(fresh);
            writePrivately(keyFile, fresh);
        }
        return Files.readAllBytes(keyFile);
    }

    private static void writePrivately(Path target, byte[] bytes) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(fresh, bytes);
        Files.move(
                fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Platform.Engine.Projects;

/// <summary>Decrypts settings that were encrypted with a passphrase.</summary>
/// <remarks>AES-256-GCM under a PBKDF2 key; both texts have the form <c>v1:nonce:ciphertext</c> in base64.</remarks>
internal sealed class Passphrase
{
    private const int Iterations = 1_000_000;
    private const int KeyBytes = 32;
    private const int TagBytes = 16;

    private readonly byte[] _key;

    private Passphrase(byte[] key) => _key = key;

    /// <summary>The decrypter for a stack's <c>encryptionsalt</c>; <c>null</c> if the passphrase is not the one it was made with.</summary>
    /// <exception cref="FormatException">The salt has no such form.</exception>
    public static Passphrase? Unlock(string passphrase, string salt)
    {
        var parts = salt.Split(':', 3);
        if (parts is not ["v1", var encoded, var check])
        {
            throw new FormatException("encryptionsalt must have the form v1:salt:check");
        }

        var key = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase), Convert.FromBase64String(encoded), Iterations, HashAlgorithmName.SHA256, KeyBytes);
        var unlocked = new Passphrase(key);
        return unlocked.TryDecrypt(check) == "pulumi" ? unlocked : null;
    }

    /// <summary>The plaintext; <c>null</c> if the text was not encrypted with this passphrase.</summary>
    public string? TryDecrypt(string ciphertext)
    {
        if (ciphertext.Split(':') is not ["v1", var nonce, var sealedText])
        {
            return null;
        }

        try
        {
            var bytes = Convert.FromBase64String(sealedText);
            var plain = new byte[bytes.Length - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(Convert.FromBase64String(nonce), bytes.AsSpan(0, plain.Length), bytes.AsSpan(plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}

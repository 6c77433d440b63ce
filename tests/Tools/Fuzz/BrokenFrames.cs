using System.Buffers.Binary;

namespace Platform.Tests.Tools.Fuzz;

/// <summary>Breaks messages on their way: the bytes of a request body, header and all. The same seed breaks them alike.</summary>
internal sealed class BrokenFrames(Random random)
{
    private const int HeaderBytes = 5;

    /// <summary>The message in a frame; half of the frames are broken in one way or another.</summary>
    public byte[] Frame(byte[] message) => random.Next(20) switch
    {
        0 => Sound(Shortened(message)),
        1 => Sound(Flipped(message)),
        2 => Sound(Overwritten(message, 0xFF)),             // invalid UTF-8 where text is, endless numbers elsewhere
        3 => Sound(Overwritten(message, 0x00)),
        4 => Sound([.. message, .. message]),
        5 => Sound(Noise(random.Next(200))),
        6 => Announced(message, (uint)message.Length + 1),    // ends before what it announces
        7 => Announced(message, (uint)Math.Max(0, message.Length - 1)),
        8 => Announced(message, uint.MaxValue),
        9 => Sound(message)[..random.Next(HeaderBytes)],      // not even a header; no body at all
        _ => Sound(message),
    };

    private static byte[] Sound(byte[] message) => Announced(message, (uint)message.Length);

    private static byte[] Announced(byte[] message, uint length)
    {
        var frame = new byte[HeaderBytes + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length);
        message.CopyTo(frame, HeaderBytes);
        return frame;
    }

    private byte[] Shortened(byte[] message) => message[..random.Next(message.Length + 1)];

    private byte[] Flipped(byte[] message)
    {
        var changed = (byte[])message.Clone();
        for (var left = changed.Length == 0 ? 0 : random.Next(1, 5); left > 0; left--)
        {
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        }

        return changed;
    }

    private byte[] Overwritten(byte[] message, byte with)
    {
        var changed = (byte[])message.Clone();
        var start = random.Next(changed.Length + 1);
        changed.AsSpan(start, Math.Min(random.Next(1, 12), changed.Length - start)).Fill(with);
        return changed;
    }

    private byte[] Noise(int count)
    {
        var noise = new byte[count];
        random.NextBytes(noise);
        return noise;
    }
}

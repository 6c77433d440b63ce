using System.Buffers.Binary;

namespace Platform.Protocol.Http2;

/// <content>Frames that are not part of an answer: settings, windows, pings, and goodbyes.</content>
internal sealed partial class Http2Connection
{
    private const int SettingBytes = 6;
    private const int LargestMaxFrame = (1 << 24) - 1;

    private void TakeSettings(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.Has(FrameFlags.Ack) ? payload.Length > 0 : payload.Length % SettingBytes > 0)
        {
            throw TooShort();
        }

        if (header.Has(FrameFlags.Ack))
        {
            return;
        }

        GrpcCall[] others;
        bool takesNone;
        lock (_gate)
        {
            if (!_hasSettings)
            {
                _hasSettings = true;
                _maxStreams = uint.MaxValue;   // unless it says otherwise
            }

            for (var rest = payload; rest.Length > 0; rest = rest[SettingBytes..])
            {
                Apply((Setting)BinaryPrimitives.ReadUInt16BigEndian(rest), BinaryPrimitives.ReadUInt32BigEndian(rest[2..]));
            }

            _outbox.Pending.SettingsAck();
            _isReady = true;
            while (_early.Count > 0 && _calls.Count < _maxStreams)
            {
                Begin(_early.Dequeue());
            }

            others = [.. _early];
            _early.Clear();
            takesNone = _maxStreams == 0;
        }

        Flush();
        foreach (var call in others)
        {
            // By another connection: a call must not have to wait for one that may wait for it.
            if (takesNone)
            {
                _client.Retry(call, "the server takes no calls");
            }
            else
            {
                _client.Start(call);
            }
        }
    }

    private void Apply(Setting setting, uint value)
    {
        switch (setting)
        {
            case Setting.MaxConcurrentStreams:
                _maxStreams = value;
                break;

            case Setting.InitialWindowSize when value > int.MaxValue:
                throw new Http2Exception(Http2Error.FlowControlError, $"a window is to have {value} bytes");

            case Setting.InitialWindowSize:
                var change = (int)value - _streamWindow;
                _streamWindow = (int)value;
                foreach (var call in _calls.Values)
                {
                    call.SendWindow += change;
                    Withhold(call);
                }

                SendWithheld();
                break;

            case Setting.MaxFrameSize when value is < FrameHeader.DefaultMaxLength or > LargestMaxFrame:
                throw new Http2Exception(Http2Error.ProtocolError, $"frames are to have at most {value} bytes");

            case Setting.EnablePush when value != 0:
                throw new Http2Exception(Http2Error.ProtocolError, "it wants to be pushed to");
        }
    }

    private void TakeWindow(int stream, int increment)
    {
        lock (_gate)
        {
            if (stream == 0)
            {
                _window += increment;
                if (increment == 0 || _window > int.MaxValue)
                {
                    throw new Http2Exception(Http2Error.FlowControlError, $"the connection's window grows by {increment} to {_window} bytes");
                }

                SendWithheld();
                return;
            }
        }

        if (Begun(stream) is not { } call)
        {
            return;
        }

        lock (_gate)
        {
            call.SendWindow += increment;
            if (increment == 0 || call.SendWindow > int.MaxValue)
            {
                throw new Http2Exception(Http2Error.FlowControlError, $"a window grows by {increment} to {call.SendWindow} bytes");
            }

            SendBody(call);
        }
    }

    private void TakePing(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (payload.Length != 8)
        {
            throw TooShort();
        }

        if (!header.Has(FrameFlags.Ack))
        {
            lock (_gate)
            {
                _outbox.Pending.PingAck(payload);
            }
        }
    }

    private void TakeReset(int stream, Http2Error error)
    {
        if (Find(stream) is not { } call)
        {
            return;
        }

        lock (_gate)
        {
            Forget(call, reset: null);
        }

        if (error == Http2Error.RefusedStream)
        {
            _client.Retry(call, "the server refuses more calls");
        }
        else
        {
            call.OnReset(error);
        }
    }

    // The server finishes the calls up to a number and has not looked at the ones after it.
    private void TakeGoAway(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 8)
        {
            throw TooShort();
        }

        var last = BinaryPrimitives.ReadInt32BigEndian(payload) & int.MaxValue;
        var unseen = new List<GrpcCall>();
        lock (_gate)
        {
            _isLeaving = true;
            foreach (var call in _calls.Values)
            {
                if (call.Stream > last)
                {
                    unseen.Add(call);
                }
            }

            foreach (var call in unseen)
            {
                Forget(call, reset: null);
            }
        }

        foreach (var call in unseen)
        {
            _client.Retry(call, "the server goes away");
        }
    }
}

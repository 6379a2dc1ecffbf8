using Microsoft.Win32.SafeHandles;
using ScriptHost.Contract;
using ScriptHost.Traces;

namespace ScriptHost.Runs;

/// <summary>Reads the traces of sessions again, in their places. Keeps the files of one batch open.</summary>
/// <param name="inputs">Where they are.</param>
/// <param name="rooms">Where they are read to; a session is good until the next one is read.</param>
internal sealed class SessionReading(SessionInputs inputs, SessionRooms rooms) : IDisposable
{
    // Of the files that a process may have open, a fraction.
    private const int MostOpen = 64;

    private readonly Dictionary<int, SafeFileHandle> open = [];

    /// <summary>A session's traces, oldest first.</summary>
    /// <exception cref="InputException">A file changed since it was read first.</exception>
    public IReadOnlyList<TraceContent> Traces(SessionPlan session)
    {
        var traces = new TraceContent[session.Traces.Count];
        for (var i = 0; i < traces.Length; i++)
        {
            traces[i] = Read(i, session.Traces[i]);
        }

        return traces;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var handle in open.Values)
        {
            handle.Dispose();
        }

        open.Clear();
    }

    private MlflowTrace Read(int number, TracePlace place)
    {
        if (place.File == TracePlace.Kept)
        {
            return MlflowTrace.Parse(inputs.Kept(place));
        }

        var path = inputs.Path(place.File);
        var (json, index) = rooms.At(number, place);
        try
        {
            if (!open.TryGetValue(place.File, out var handle))
            {
                if (open.Count == MostOpen)
                {
                    Dispose();
                }

                handle = FileBytes.OpenHandle(path);
                open.Add(place.File, handle);
            }

            FileBytes.ReadExactly(handle, json.Span, place.Offset);

            return MlflowTrace.Parse(json, index);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TraceFormatException)
        {
            throw new InputException($"The file '{path}' changed while its traces were scored: {e.Message.TrimEnd('.')}.");
        }
    }
}

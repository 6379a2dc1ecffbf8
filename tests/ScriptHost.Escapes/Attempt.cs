using System.Globalization;

namespace ScriptHost.Escapes;

/// <summary>One thing that is tried.</summary>
internal static class Attempt
{
    /// <summary>Tries it; says what came of it, in one line.</summary>
    public static string Run(string name, string argument, FileStream? prepared)
    {
        try
        {
            return $"{name} done {Do(name, argument, prepared)}";
        }
        catch (Exception refusal)
        {
            var cause = refusal.GetBaseException();

            return $"{name} refused {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static string Do(string name, string argument, FileStream? prepared) => name switch
    {
        "read" => FileEscapes.Read(argument),
        "list" => FileEscapes.List(argument),
        "write" => FileEscapes.Write(argument),
        "append" => FileEscapes.Append(argument),
        "delete" => FileEscapes.Delete(argument),
        "chmod" => FileEscapes.ChangeMode(argument),
        "publish" => FileEscapes.Publish(prepared),
        "tcp" => NetworkEscapes.Connect(argument),
        "udp" => NetworkEscapes.Send(argument),
        "unix" => NetworkEscapes.ConnectUnix(argument),
        "resolve" => NetworkEscapes.Resolve(argument),
        "listen" => NetworkEscapes.Listen(),
        "start" => ProcessEscapes.Start(argument),
        "fork" => ProcessEscapes.Fork(),
        "attach" => ProcessEscapes.Attach(argument),
        "signal-parent" => ProcessEscapes.SignalParent(),
        "limit-parent" => ProcessEscapes.LimitParent(),
        "parent-environment" => ProcessEscapes.ParentEnvironment(),
        "own-environment" => ProcessEscapes.OwnEnvironment(argument),
        "mount" => SystemEscapes.Mount(argument),
        "unshare" => SystemEscapes.Unshare(),
        "become-root" => SystemEscapes.BecomeRoot(),
        "own-status" => SystemEscapes.Status(argument),
        "io-uring" => SystemEscapes.IoUring(),
        "landlock-version" => SystemEscapes.LandlockVersion(),
        "seccomp-available" => SystemEscapes.SeccompAvailable(),
        "open-files" => ResourceEscapes.OpenFiles(int.Parse(argument, CultureInfo.InvariantCulture)),
        "native-memory" => ResourceEscapes.NativeMemory(long.Parse(argument, CultureInfo.InvariantCulture)),
        "managed-memory" => ResourceEscapes.ManagedMemory(long.Parse(argument, CultureInfo.InvariantCulture)),
        "shared-memory" => ResourceEscapes.SharedMemory(long.Parse(argument, CultureInfo.InvariantCulture)),
        _ => Honest.Do(name, argument),
    };
}

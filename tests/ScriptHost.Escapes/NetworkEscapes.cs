using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ScriptHost.Escapes;

/// <summary>Ways out of the machine, and in.</summary>
internal static class NetworkEscapes
{
    public static string Connect(string port)
    {
        using var client = new TcpClient(AddressFamily.InterNetwork);
        client.Connect(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));

        return "";
    }

    public static string Send(string port)
    {
        using var client = new UdpClient(AddressFamily.InterNetwork);

        return $"{client.Send([1], 1, new(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)))} byte";
    }

    public static string ConnectUnix(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));

        return "";
    }

    public static string Resolve(string name) => Dns.GetHostAddresses(name)[0].ToString();

    public static string Listen()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return "";
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace ScriptHost.Containment;

/// <summary>
/// The system calls that are refused, by their numbers on this machine's architecture. Everything that reads files is left to Landlock:
/// the runtime loads assemblies when they are needed. Numbers: the kernel's arch/x86/entry/syscalls/syscall_64.tbl and scripts/syscall.tbl.
/// </summary>
internal sealed class SystemCallTable
{
    // name:x86-64:arm64; - where an architecture has none.
    private const string Always = """
        # processes and programs; not sched_setaffinity, by which the runtime starts every thread
        fork:57:- vfork:58:- execve:59:221 execveat:322:281 ptrace:101:117 tkill:200:130 rt_sigqueueinfo:129:138 rt_tgsigqueueinfo:297:240 pidfd_open:434:434
        pidfd_getfd:438:438 pidfd_send_signal:424:424 process_vm_readv:310:270 process_vm_writev:311:271 process_madvise:440:440 process_mrelease:448:448
        kcmp:312:272 setpriority:141:140 sched_setparam:142:118 sched_setscheduler:144:119 sched_setattr:314:274 ioprio_set:251:30
        setpgid:109:154 setsid:112:157
        # who it is
        setuid:105:146 setgid:106:144 setreuid:113:145 setregid:114:143 setresuid:117:147 setresgid:119:149 setfsuid:122:151 setfsgid:123:152
        setgroups:116:159 capset:126:91 keyctl:250:219 add_key:248:217 request_key:249:218
        # the world that it sees
        unshare:272:97 setns:308:268 mount:165:40 umount2:166:39 pivot_root:155:41 chroot:161:51 mount_setattr:442:442 move_mount:429:429 open_tree:428:428
        open_tree_attr:467:467 fsopen:430:430 fsconfig:431:431 fsmount:432:432 fspick:433:433
        # files: what Landlock does not see, and the rest for kernels without it
        creat:85:- truncate:76:45 rename:82:- renameat:264:38 renameat2:316:276 mkdir:83:- mkdirat:258:34 rmdir:84:- unlink:87:- unlinkat:263:35 link:86:-
        linkat:265:37 symlink:88:- symlinkat:266:36 mknod:133:- mknodat:259:33 chmod:90:- fchmod:91:52 fchmodat:268:53 fchmodat2:452:452 chown:92:-
        fchown:93:55 lchown:94:- fchownat:260:54 utime:132:- utimes:235:- futimesat:261:- utimensat:280:88 setxattr:188:5 lsetxattr:189:6 fsetxattr:190:7
        setxattrat:463:463 removexattr:197:14 lremovexattr:198:15 fremovexattr:199:16 removexattrat:466:466 file_setattr:469:469 name_to_handle_at:303:264
        open_by_handle_at:304:265 memfd_create:319:279 memfd_secret:447:447 fanotify_init:300:262 quotactl:179:60 quotactl_fd:443:443
        # other processes' queues and memory
        shmget:29:194 shmat:30:196 shmctl:31:195 msgget:68:186 msgsnd:69:189 msgrcv:70:188 msgctl:71:187 semget:64:190 semop:65:193 semctl:66:191
        semtimedop:220:192 mq_open:240:180 mq_unlink:241:181
        # the kernel itself
        bpf:321:280 perf_event_open:298:241 userfaultfd:323:282 io_uring_setup:425:425 io_uring_enter:426:426 io_uring_register:427:427 io_setup:206:0
        init_module:175:105 finit_module:313:273 delete_module:176:106 kexec_load:246:104 kexec_file_load:320:294 reboot:169:142 swapon:167:224
        swapoff:168:225 sethostname:170:161 setdomainname:171:162 settimeofday:164:170 clock_settime:227:112 adjtimex:159:171 clock_adjtime:305:266
        acct:163:89 syslog:103:116 iopl:172:- ioperm:173:- modify_ldt:154:- personality:135:92 vhangup:153:58 uselib:134:-
        """;

    private const string WithoutNetwork = "socket:41:198 connect:42:203 bind:49:200 sendto:44:206 sendmsg:46:211 sendmmsg:307:269";

    // Nobody connects to a scorer, with the network or without.
    private const string Listening = "listen:50:201 accept:43:202 accept4:288:242 socketpair:53:199";

    // Refused or not by what they are asked for.
    private const string ByArguments =
        "open:2:- openat:257:56 openat2:437:437 clone:56:220 clone3:435:435 kill:62:129 tgkill:234:131 prlimit64:302:261 ioctl:16:29 fcntl:72:25 socket:41:198";

    private readonly int column;
    private readonly Dictionary<string, uint> byArguments = new(StringComparer.Ordinal);

    private SystemCallTable(int column, uint architecture)
    {
        this.column = column;
        Architecture = architecture;
        Read(ByArguments, (name, number) => byArguments[name] = number);
    }

    /// <summary>What the kernel calls the architecture (AUDIT_ARCH_…).</summary>
    public uint Architecture { get; }

    /// <summary>Whether numbers from 0x40000000 mean the x32 interface, under which every call has a second number.</summary>
    public bool HasSecondNumbers => column == 1;

    /// <summary>The table for a processor; null when there is none.</summary>
    public static SystemCallTable? For(Architecture architecture) => architecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => new(1, 0xC000003E),
        System.Runtime.InteropServices.Architecture.Arm64 => new(2, 0xC00000B7),
        _ => null,
    };

    /// <summary>The numbers that are refused whatever the arguments are.</summary>
    /// <param name="network">Whether the process may go out to the network.</param>
    public IReadOnlyList<uint> Refused(bool network)
    {
        var numbers = new List<uint>();
        Read(Always, (_, number) => numbers.Add(number));
        Read(Listening, (_, number) => numbers.Add(number));
        if (!network)
        {
            Read(WithoutNetwork, (_, number) => numbers.Add(number));
        }

        return numbers;
    }

    /// <summary>The number of a call that is judged by its arguments; null when the architecture has none of that name.</summary>
    public uint? Number(string name) => byArguments.TryGetValue(name, out var number) ? number : null;

    // In loops: LINQ over pairs is compiled at every start of the program.
    private void Read(string calls, Action<string, uint> take)
    {
        foreach (var line in calls.Split('\n'))
        {
            foreach (var call in line.StartsWith('#') ? [] : line.Split(' '))
            {
                var columns = call.Split(':');
                if (columns[column] != "-")
                {
                    take(columns[0], uint.Parse(columns[column], CultureInfo.InvariantCulture));
                }
            }
        }
    }
}

"""log-metric over loopback TCP: runs the bench in C++, which alternates with a bare writer. See its own source."""

import subprocess

ROUND_SECONDS = 5


def measure(service, settings):
    service.stop()
    program = settings.binaries / "log_metric_bench"
    if not program.exists():
        print(f"{program} is not built: ninja log_metric_bench\n")
        return
    rounds = max(1, settings.seconds // ROUND_SECONDS)
    subprocess.run([program, str(ROUND_SECONDS), str(rounds)], check=True)
    print()

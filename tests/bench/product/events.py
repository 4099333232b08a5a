"""A change's way to 30 clients of the feed, who sit in a process of their own."""

import multiprocessing
import selectors
import socket

from measure import Row, now_ms

CLIENTS = 30


def listen(path, pipe):
    """Opens the feeds, then reports for every tag that is set when each client had the event."""
    selector = selectors.DefaultSelector()
    for number in range(CLIENTS):
        feed = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        feed.connect(path)
        feed.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        received = b""
        while b": following" not in received:
            received += feed.recv(65536)
        selector.register(feed, selectors.EVENT_READ, number)
    pipe.send("listening")
    arrivals = {}
    while True:
        for key, _ in selector.select():
            arrived = now_ms()
            text = key.fileobj.recv(65536)
            if not text:
                return
            if b'"what":"tags"' in text.replace(b" ", b""):
                arrivals[key.data] = arrived
        if len(arrivals) == CLIENTS:
            pipe.send(sorted(arrivals.values()))
            arrivals.clear()


def measure(service, settings):
    caller = service.caller()
    run = caller.call("POST", "/api/2.0/mlflow/runs/create", {"experiment_id": "0"})["run"]["info"]["run_id"]
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    listener = multiprocessing.get_context("fork").Process(target=listen, args=(str(service.socket), theirs))
    listener.start()
    theirs.close()
    ours.recv()
    from_request, from_answer, request, plain = [], [], [], []
    cpu = 0
    for turn in range(10 * settings.times + 20):
        before = service.cpu_ms()
        begin = now_ms()
        caller.call("POST", "/api/2.0/mlflow/runs/set-tag", {"run_id": run, "key": "turn", "value": str(turn)})
        answered = now_ms()
        arrivals = ours.recv()
        if turn < 20:
            continue
        cpu += service.cpu_ms() - before
        request.append(answered - begin)
        from_request += [arrived - begin for arrived in arrivals]
        from_answer += [arrived - answered for arrived in arrivals]
        begin = now_ms()
        caller.call("GET", "/api/v1/service")
        plain.append(now_ms() - begin)
    service.stop()
    listener.join()
    return [
        Row(f"commit (the change is answered) to each of {CLIENTS} clients", from_answer, 5,
            note="below 0: the event was there before the answer"),
        Row("  from the request, with its own commit", from_request, cpu_ms=cpu / len(request)),
        Row("  the request until it is answered", request),
        Row("  a request that changes nothing", plain),
    ]

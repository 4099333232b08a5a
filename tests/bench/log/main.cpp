// What the log viewer takes: opening and searching a file of 1 GB, following 100,000 lines a second,
// scrolling. `log_bench [FOLDER]`; the folder has to hold 1.2 GB and should be on a disk, not in memory.
#include "core/log/NewlineCount.h"
#include "tests/bench/support/GuiThread.h"
#include "tests/bench/support/Table.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/log/LogView.h"
#include "ui/theme/Theme.h"

#include <QScrollBar>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>

using namespace atelier;
using namespace atelier::test;
using namespace atelier::ui;

namespace {

constexpr std::uint64_t gigabyte = 1'000'000'000;

std::string lineNumbered(std::uint64_t number)
{
    char line[160];
    std::snprintf(line, sizeof line,
        "2026-03-01 12:00:%02llu,%03llu %s train step=%llu loss=0.693147 acc=0.812345 lr=0.000300 "
        "it/s=12.34\n",
        static_cast<unsigned long long>(number / 1000 % 60), static_cast<unsigned long long>(number % 1000),
        number % 100000 == 99999     ? "ERROR"
            : number % 10000 == 9999 ? "WARNING"
                                     : "INFO",
        static_cast<unsigned long long>(number));
    return line;
}

void writeLog(const std::filesystem::path &file, std::uint64_t bytes)
{
    std::ofstream stream(file, std::ios::binary);
    std::string block;
    for (std::uint64_t line = 0, written = 0; written < bytes; written += block.size()) {
        block.clear();
        while (block.size() < (std::size_t{1} << 20))
            block += lineNumbered(line++);
        stream << block;
    }
}

void waitFor(const std::function<bool()> &condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
}

std::string gigabytesPerSecond(double milliseconds)
{
    return number(static_cast<double>(gigabyte) / milliseconds / 1e6, 2) + " GB/s";
}

double openFile(LogView &view, const QString &path, Table &table)
{
    double painted = 0;
    double counted = 0;
    double processor = 0;
    const double processorBefore = processorMilliseconds();
    const double judged = millisecondsFor([&] {
        const auto begin = std::chrono::steady_clock::now();
        const auto since = [&] {
            return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
        };
        view.setFile(path);
        waitFor([&] { return view.document().state().lines > 0; });
        (void)view.grab();
        painted = since();
        waitFor([&] { return view.document().state().counted; });
        (void)view.grab();
        counted = since();
        processor = processorMilliseconds() - processorBefore;
        waitFor([&] { return view.document().state().judged; });
    });
    table.add({"open 1 GB: first lines painted", number(painted) + " ms"});
    table.add({"open 1 GB: all lines numbered, end painted", number(counted) + " ms",
        gigabytesPerSecond(counted), number(processor) + " ms CPU of all threads"});
    table.add({"open 1 GB: all levels known", number(judged) + " ms", gigabytesPerSecond(judged)});
    return judged;
}

void searchFile(LogView &view, const char *text, Table &table)
{
    const double time = millisecondsFor([&] {
        view.find(QString::fromLatin1(text), LetterCase::Ignore);
        waitFor([&] {
            return view.document().search() != nullptr && view.document().search()->state().complete;
        });
    });
    table.add({"search 1 GB for \"" + std::string(text) + "\", any case", number(time) + " ms",
        gigabytesPerSecond(time), std::to_string(view.document().search()->state().hits) + " hits"});
    view.find({}, LetterCase::Ignore);
}

void grep(const std::string &options, const std::string &path, Table &table)
{
    const std::string command = "LC_ALL=C.UTF-8 grep -c " + options + " '" + path + "' > /dev/null";
    int status = 0;
    const double time = millisecondsFor([&] { status = std::system(command.c_str()); });
    table.add(
        {"grep -c " + options, status == 0 ? number(time) + " ms" : "failed", gigabytesPerSecond(time)});
}

// What reading and looking for one rare byte takes: no search of the file can be faster this way.
void floorOfReading(const std::filesystem::path &path, Table &table)
{
    const auto file = *LogFile::open(path);
    std::vector<char> buffer(std::size_t{128} << 10);
    std::uint64_t found = 0;
    const double time = millisecondsFor([&] {
        for (std::uint64_t offset = 0;; offset += buffer.size()) {
            const std::string_view bytes = file->read(offset, buffer);
            if (bytes.empty())
                break;
            found += std::memchr(bytes.data(), '\x01', bytes.size()) != nullptr ? 1 : 0;
        }
    });
    table.add({"floor: pread and memchr", number(time) + " ms", gigabytesPerSecond(time),
        std::to_string(found) + " hits"});
}

void addHandlers(const std::string &what, const GuiThread &gui, Table &table)
{
    table.add({what + ": handler p99 | longest", number(gui.handlers().quantile(0.99), 2) + " ms",
        number(gui.handlers().quantile(1), 2) + " ms"});
}

void follow(GuiThread &gui, LogView &view, const std::filesystem::path &path, Table &table)
{
    constexpr int seconds = 5;
    constexpr std::uint64_t rate = 100'000;
    writeLog(path, 1);
    view.setLive(true);
    view.setFile(QString::fromStdString(path.string()));
    waitFor([&] { return view.document().state().judged; });
    gui.reset();
    std::atomic<bool> written = false;
    std::thread writer([&] {
        std::ofstream stream(path, std::ios::app | std::ios::binary);
        const auto begin = std::chrono::steady_clock::now();
        for (std::uint64_t line = 0; line < rate * seconds;) {
            const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
            for (; line < static_cast<std::uint64_t>(passed.count() * rate) && line < rate * seconds; ++line)
                stream << lineNumbered(line);
            stream.flush();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        written = true;
    });
    const double busy = processorMilliseconds();
    const double time = millisecondsFor([&] {
        waitFor([&] { return written && view.document().state().bytes == std::filesystem::file_size(path); });
    });
    writer.join();
    table.add(
        {"follow: lines a second, all seen", number(static_cast<double>(rate * seconds) / time * 1e3, 0),
            number((processorMilliseconds() - busy) / time * 100) + " % of a core with the writer"});
    addHandlers("follow", gui, table);
    view.setLive(false);
}

void scroll(GuiThread &gui, LogView &view, const std::string &how, Table &table)
{
    gui.reset();
    Durations frames;
    for (int i = 0; i < 300; ++i) {
        frames.add(millisecondsFor([&] {
            QTest::keyClick(&view, i % 100 < 98 ? Qt::Key_PageDown : Qt::Key_Home,
                i % 100 < 98 ? Qt::NoModifier : Qt::ControlModifier);
            if (i % 10 == 0)
                view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 300 * i);
            QCoreApplication::processEvents();
        }));
    }
    table.add({"scroll " + how + ": a frame, median | p99", number(frames.median(), 2) + " ms",
        number(frames.quantile(0.99), 2) + " ms"});
    addHandlers("scroll " + how, gui, table);
}

} // namespace

int main(int argc, char **argv)
{
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    GuiThread gui(argc, argv);
    Theme theme(gui, Scheme::Dark);
    if (argc > 1)
        setenv("TMPDIR", argv[1], 1);
    const TemporaryFolder folder;
    writeLog(folder / "log", gigabyte);
    const std::string path = (folder / "log").string();
    Table table({"what", "value", "", ""});
    LogView view;
    view.resize(1100, 800);
    view.show();
    gui.reset();
    floorOfReading(path, table);
    (void)openFile(view, QString::fromStdString(path), table);
    addHandlers("open", gui, table);
    gui.reset();
    searchFile(view, "step=9999999", table);
    searchFile(view, "not there", table);
    searchFile(view, "error", table);
    addHandlers("search", gui, table);
    grep("-i 'step=9999999'", path, table);
    grep("-F 'step=9999999'", path, table);
    floorOfReading(path, table);
    scroll(gui, view, "1 GB", table);
    view.setWrapped(true);
    scroll(gui, view, "1 GB wrapped", table);
    view.setWrapped(false);
    follow(gui, view, folder / "growing", table);
    table.print();
    return 0;
}

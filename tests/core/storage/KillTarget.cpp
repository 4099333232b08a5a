// The process that the kill test kills: writes the mixed work from several threads and says on standard
// output what was acknowledged. Usage: storage_kill_target <database> <first number>
#include "core/storage/Migrations.h"
#include "core/storage/Transaction.h"
#include "tests/core/storage/KillRecord.h"
#include "tests/core/storage/Workload.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <unistd.h>

using namespace atelier;
namespace workload = test::workload;

namespace {

constexpr int threads = 4;

/// A pipe takes so few bytes whole or not at all.
void say(test::KillRecord record)
{
    if (::write(STDOUT_FILENO, &record, sizeof record) != static_cast<ssize_t>(sizeof record))
        std::abort();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.sentence.c_str());
    return 1;
}

Result<void> prepare(const char *file)
{
    Result<Database> database = Database::open(file);
    if (!database)
        return database.error();
    if (Result<void> done = migrate(*database, std::filesystem::path(file).parent_path() / "backups"); !done)
        return done;
    Result<Transaction> transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    if (Result<void> done = workload::prepare(*database); !done)
        return done;
    return transaction->commit();
}

} // namespace

int main(int, char **arguments)
{
    if (const Result<void> prepared = prepare(arguments[1]); !prepared)
        return fail(prepared.error());
    auto writer = Writer::open(arguments[1],
        [](const std::vector<Change> &changes) {
            say({test::KillRecord::announced, changes.back().sequence});
        },
        {.checkpointPages = 100});
    if (!writer)
        return fail(writer.error());
    std::atomic<std::int64_t> next{std::atoll(arguments[2])};
    std::atomic<bool> failed{false};
    const auto produce = [&] {
        while (!failed) {
            const std::int64_t number = next++;
            const Result<void> done = (*writer)->run(workload::work(number));
            if (done)
                say({test::KillRecord::acknowledged, number});
            else if (done.error().code != "test.refused")
                failed = true;
        }
    };
    std::vector<std::jthread> producers;
    for (int i = 0; i < threads; ++i)
        producers.emplace_back(produce);
    producers.clear();
    return 1; // it only ends when something failed
}

#pragma once

#include "core/base/Result.h"
#include "core/storage/Database.h"
#include "core/storage/Transaction.h"

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <vector>

namespace atelier {

/// Read-only connections that threads borrow; each read sees one state of the database from its first query
/// to its last.
class ReaderPool
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ReaderPool>> open(
        const std::filesystem::path &file, std::size_t connections, const std::string &vfs = {});

    /// Waits for a connection and answers what `work(Database &)`, a Result<T>, answers. Not from within a
    /// read.
    template<typename F>
    [[nodiscard]] std::invoke_result_t<F, Database &> read(F work)
    {
        const Loan loan(*this);
        Result<Transaction> snapshot = Transaction::begin(loan.database(), Transaction::Mode::Read);
        if (!snapshot)
            return snapshot.error();
        return work(loan.database());
    }

private:
    class Loan
    {
    public:
        explicit Loan(ReaderPool &pool)
            : m_pool(pool)
            , m_database(pool.take())
        {
        }
        ~Loan() { m_pool.giveBack(m_database); }
        Loan(const Loan &) = delete;
        Loan &operator=(const Loan &) = delete;
        [[nodiscard]] Database &database() const { return *m_database; }

    private:
        ReaderPool &m_pool;
        Database *m_database;
    };

    ReaderPool() = default;
    [[nodiscard]] Database *take();
    void giveBack(Database *database);

    std::vector<Database> m_connections;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<Database *> m_idle; ///< guarded by m_mutex
};

} // namespace atelier

#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

namespace atelier::series {

/// An append-only sequence whose copies share their items: a copy costs one pointer for 1024 of them. A copy
/// is a snapshot that another thread may read while this one goes on growing.
template<typename T>
class Growing
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    void append(const T &item)
    {
        const std::size_t place = m_size % chunkItems;
        if (place == 0)
            m_chunks.push_back(std::make_shared_for_overwrite<Chunk>());
        claim(place);
        m_chunks.back()->items[place] = item;
        ++m_size;
    }

    /// Keeps the first `size` items.
    void truncate(std::size_t size)
    {
        m_size = size;
        m_chunks.resize((size + chunkItems - 1) / chunkItems);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T &operator[](std::size_t i) const
    {
        return m_chunks[i / chunkItems]->items[i % chunkItems];
    }
    [[nodiscard]] const T &back() const { return (*this)[m_size - 1]; }

private:
    static constexpr std::size_t chunkItems = 1024;

    struct Chunk
    {
        std::atomic<std::size_t> used = 0;
        std::array<T, chunkItems> items;
    };

    // Whoever takes a place first has it; another copy of the sequence that grows too goes on in a chunk of
    // its own.
    void claim(std::size_t place)
    {
        std::size_t used = place;
        if (m_chunks.back()->used.compare_exchange_strong(used, place + 1, std::memory_order_relaxed))
            return;
        auto own = std::make_shared_for_overwrite<Chunk>();
        for (std::size_t i = 0; i < place; ++i)
            own->items[i] = m_chunks.back()->items[i];
        own->used = place + 1;
        m_chunks.back() = std::move(own);
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace atelier::series

#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier {

/// A mapping from names to things, in the order its author wrote. Lookups are linear: such mappings are
/// short.
template<typename T>
class Named
{
public:
    using value_type = std::pair<std::string, T>;
    using iterator = typename std::vector<value_type>::iterator;
    using const_iterator = typename std::vector<value_type>::const_iterator;

    Named() = default;
    Named(std::initializer_list<value_type> entries)
        : m_entries(entries)
    {
    }

    /// The thing of that name, made with its default at the end where there is none.
    T &operator[](std::string_view name)
    {
        const auto found = find(name);
        return found != end() ? found->second : m_entries.emplace_back(std::string(name), T{}).second;
    }
    /// For long mappings, which operator[] would search each time: the caller knows that the name is new.
    void append(std::string name, T thing) { m_entries.emplace_back(std::move(name), std::move(thing)); }
    void erase(std::string_view name)
    {
        if (const auto found = find(name); found != end())
            m_entries.erase(found);
    }
    void clear() { m_entries.clear(); }

    [[nodiscard]] iterator find(std::string_view name) { return locate(m_entries, name); }
    [[nodiscard]] const_iterator find(std::string_view name) const { return locate(m_entries, name); }
    [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }
    [[nodiscard]] std::size_t count(std::string_view name) const { return contains(name) ? 1 : 0; }
    /// There must be one of that name.
    [[nodiscard]] const T &at(std::string_view name) const
    {
        const auto found = find(name);
        if (found == end())
            throw std::out_of_range("no entry of that name");
        return found->second;
    }

    [[nodiscard]] iterator begin() { return m_entries.begin(); }
    [[nodiscard]] iterator end() { return m_entries.end(); }
    [[nodiscard]] const_iterator begin() const { return m_entries.begin(); }
    [[nodiscard]] const_iterator end() const { return m_entries.end(); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool empty() const { return m_entries.empty(); }

    bool operator==(const Named &) const = default;

private:
    template<typename Entries>
    static auto locate(Entries &entries, std::string_view name)
    {
        return std::find_if(
            entries.begin(), entries.end(), [&](const auto &entry) { return entry.first == name; });
    }

    std::vector<value_type> m_entries;
};

} // namespace atelier
